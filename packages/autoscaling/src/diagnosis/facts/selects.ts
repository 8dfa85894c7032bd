import {
  labelSelectorRequirements,
  matchesLabels,
  type LabelSelector,
} from '../../labelSelector';

/** Whether a selector picks these labels. */
export function selects(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return matchesLabels(labelSelectorRequirements(selector), labels);
}
