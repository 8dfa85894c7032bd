import { ClusterObject } from '../../store/types';

/** Fills in the names that follow from others; mirrors `SetDefaults_CustomResourceDefinitionSpec`. */
export function crdDefaults({ spec }: ClusterObject): void {
  if (!spec) return;
  spec.conversion ??= { strategy: 'None' };
  const names = (spec.names ??= {});
  if (!names.kind) return;
  names.singular ??= names.kind.toLowerCase();
  names.listKind ??= `${names.kind}List`;
}
