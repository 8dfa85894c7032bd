import { useFormatters } from '../../hooks/useFormatters';
import { useRelativeTime } from '../../hooks/useRelativeTime';

/** How long ago, with the exact time on hover. */
export function RelativeTime(props: { at: string }) {
  const format = useFormatters();
  const atMs = Date.parse(props.at);
  const text = useRelativeTime(atMs);
  return (
    <time dateTime={props.at} title={format.dateTime(atMs)}>
      {text}
    </time>
  );
}
