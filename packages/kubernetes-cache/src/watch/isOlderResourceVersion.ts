/**
 * True when `version` is certainly older than `reference`. API servers count upwards; a version that is no plain number
 * (an extension API server may use one) is never called older.
 */
export function isOlderResourceVersion(
  version: string,
  reference: string,
): boolean {
  const isNumber = /^[0-9]+$/;
  if (!isNumber.test(version) || !isNumber.test(reference)) {
    return false;
  }
  // As text, because they may outgrow what a number can hold exactly.
  return version.length === reference.length
    ? version < reference
    : version.length < reference.length;
}
