import { useEffect, useState } from 'react';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './CopyableCommand.module.css';

/** Long enough to be seen, short enough not to lie about the clipboard. */
const COPIED_MS = 2_000;

/** A shell command that can be selected or copied with one press. */
export function CopyableCommand(props: { label: string; command: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  // Without a secure context there is no clipboard; the command can still be selected.
  const copy = async () => {
    await navigator.clipboard?.writeText(props.command);
    setCopied(navigator.clipboard !== undefined);
  };

  return (
    <div className={styles.root}>
      <span className={styles.label}>{props.label}</span>
      <div className={styles.line}>
        <code className={styles.command}>{props.command}</code>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={t('commands.copy', { command: props.command })}
          icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        />
      </div>
      <VisuallyHidden aria-live="polite">
        {copied ? t('commands.copied') : ''}
      </VisuallyHidden>
    </div>
  );
}
