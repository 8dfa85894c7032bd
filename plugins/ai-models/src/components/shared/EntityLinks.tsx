import { Fragment } from 'react';
import { EntityLink } from './EntityLink';

/** Links to entities, one beside the other. */
export function EntityLinks(props: { entityRefs: string[] }) {
  return (
    <>
      {props.entityRefs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityLink entityRef={ref} />
        </Fragment>
      ))}
    </>
  );
}
