import { Link } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';
import { humanizeRef } from '../../lib/entityPath';

/** A catalog entity by its short name; plain text in an app without a catalog. */
export function EntityLink(props: {
  entityRef: string;
  /** What to call it instead of its name. */
  children?: string;
  /** Small and grey, where the entity is an aside. */
  quiet?: boolean;
}) {
  const href = useAppLinks().entity(props.entityRef);
  const text = props.children ?? humanizeRef(props.entityRef);
  return href ? (
    <Link
      href={href}
      title={props.entityRef}
      variant={props.quiet ? 'body-small' : 'body-medium'}
      color={props.quiet ? 'secondary' : 'primary'}
      standalone={props.quiet}
    >
      {text}
    </Link>
  ) : (
    <span title={props.entityRef}>{text}</span>
  );
}
