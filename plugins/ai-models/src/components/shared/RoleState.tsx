import { useText } from '../../hooks/useText';
import type { VersionRole } from '../../lib/versionRow';
import { State, type Tone } from './State';

const TONES: Record<VersionRole, Tone> = {
  active: 'good',
  stable: 'good',
  target: 'busy',
  other: 'quiet',
};

/** What a version is to its model. */
export function RoleState(props: { role: VersionRole }) {
  const t = useText();
  return (
    <State tone={TONES[props.role]}>{t(`versions.role.${props.role}`)}</State>
  );
}
