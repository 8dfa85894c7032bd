import { formatObjectReference } from '../kubernetes/KubernetesObject';
import { Finding } from './Finding';

/** A finding in one line, for logs and error messages. */
export function formatFinding(
  finding: Finding,
  language: 'en' | 'zh' = 'en',
): string {
  const { id, severity, object, field, message, remedy } = finding;
  return `${severity} ${id} ${formatObjectReference(object)} ${field}: ${
    message[language]
  } ${remedy[language]}`;
}
