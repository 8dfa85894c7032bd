import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useAppLinks } from '../../app/AppLinks';

/** A catalog entity by its title, or by `children`; plain text in an app without a catalog. */
export function EntityLink(props: {
  entityRef: string;
  children?: string;
  defaultKind?: string;
}) {
  const { primaryTitle } = useEntityPresentation(
    props.entityRef,
    props.defaultKind ? { defaultKind: props.defaultKind } : undefined,
  );
  const href = useAppLinks().entity(props.entityRef);
  const text = props.children ?? primaryTitle;
  return href ? (
    <Link href={href} title={props.entityRef}>
      {text}
    </Link>
  ) : (
    <span title={props.entityRef}>{text}</span>
  );
}
