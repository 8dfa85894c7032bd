import { Badge } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './Aliases.module.css';

/** The movable names of a version. */
export function Aliases(props: { aliases: string[] }) {
  const t = useText();
  return (
    <span className={styles.aliases}>
      {props.aliases.map(alias => (
        <span key={alias} title={t('versions.alias', { alias })}>
          <Badge size="small">{alias}</Badge>
        </span>
      ))}
    </span>
  );
}
