import { Link } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { humanizeRef } from '../../lib/entityPath';

/** A catalog entity by its short name; plain text in an app without a catalog. */
export function EntityLink(props: { entityRef: string; children?: string }) {
  const href = useAppLinks().entity(props.entityRef);
  const text = props.children ?? humanizeRef(props.entityRef);
  return href ? (
    <Link href={href} title={props.entityRef}>
      {text}
    </Link>
  ) : (
    <span title={props.entityRef}>{text}</span>
  );
}
