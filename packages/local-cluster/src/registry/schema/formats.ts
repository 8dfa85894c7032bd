import { isIP } from 'node:net';

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME =
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const DURATION = /^[-+]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w))+$|^0$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const HOSTNAME =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?$/;
const UUID =
  /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const checks: Record<string, (text: string) => boolean> = {
  date: text => DATE.test(text) && !Number.isNaN(Date.parse(text)),
  'date-time': text => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
  datetime: text => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
  duration: text => DURATION.test(text),
  email: text => EMAIL.test(text),
  hostname: text => HOSTNAME.test(text),
  ipv4: text => isIP(text) === 4,
  ipv6: text => isIP(text) === 6,
  cidr: text => isIP(text.split('/')[0]) !== 0 && /\/\d{1,3}$/.test(text),
  uri: text => URL.canParse(text),
  uuid: text => UUID.test(text),
  byte: text => BASE64.test(text),
};

/** Whether a string is not what its format says. Formats that a server does not know are ignored. */
export function formatProblem(format: string, text: string): boolean {
  const check = checks[format];
  return check !== undefined && !check(text);
}
