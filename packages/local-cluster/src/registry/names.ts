const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsLabel = new RegExp(`^${LABEL}$`);
const serviceLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const dnsSubdomain = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const qualifiedPart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const LABEL_PROBLEM = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
const SERVICE_PROBLEM =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN_PROBLEM = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${LABEL}(\\.${LABEL})*')`;
const QUALIFIED_PROBLEM =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE_PROBLEM =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

const tooLong = (max: number) => `must be no more than ${max} characters`;

export const isDnsLabel = (text: string) =>
  text.length <= 63 && dnsLabel.test(text);
export const isDnsSubdomain = (text: string) =>
  text.length <= 253 && dnsSubdomain.test(text);

/** Why a name is not acceptable, in the API server's words; `undefined` when it is. */
export function nameProblem(
  rule: 'subdomain' | 'label' | 'serviceLabel' | 'path',
  name: string,
): string | undefined {
  switch (rule) {
    case 'path':
      if (name === '.' || name === '..') return `may not be '${name}'`;
      return /[/%]/.test(name) ? "may not contain '/' or '%'" : undefined;
    case 'label':
      if (name.length > 63) return tooLong(63);
      return dnsLabel.test(name) ? undefined : LABEL_PROBLEM;
    case 'serviceLabel':
      if (name.length > 63) return tooLong(63);
      return serviceLabel.test(name) ? undefined : SERVICE_PROBLEM;
    default:
      if (name.length > 253) return tooLong(253);
      return dnsSubdomain.test(name) ? undefined : SUBDOMAIN_PROBLEM;
  }
}

/** Why a label key (or finalizer, or resource name) is not acceptable: `[prefix/]name`. */
export function qualifiedNameProblem(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) {
    return "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  }
  const [name, prefix] = [...parts].reverse();
  if (prefix !== undefined) {
    if (prefix === '') return 'prefix part must be non-empty';
    const problem = nameProblem('subdomain', prefix);
    if (problem) return `prefix part ${problem}`;
  }
  if (name === '') return 'name part must be non-empty';
  if (name.length > 63) return `name part ${tooLong(63)}`;
  return qualifiedPart.test(name) ? undefined : QUALIFIED_PROBLEM;
}

export function labelValueProblem(value: string): string | undefined {
  if (value.length > 63) return tooLong(63);
  return labelValue.test(value) ? undefined : VALUE_PROBLEM;
}
