import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Does work inside one audit event. A broken audit log does not turn done work into an error. */
export async function audited<T>(
  deps: { auditor: AuditorService; logger: LoggerService },
  event: AuditorServiceCreateEventOptions,
  work: () => Promise<T>,
): Promise<T> {
  const auditEvent = await deps.auditor.createEvent(event);
  const report = (error: unknown) =>
    deps.logger.error(
      `Audit event '${event.eventId}' was not closed`,
      toError(error),
    );
  const result = await work().catch(async error => {
    await auditEvent.fail({ error: toError(error) }).catch(report);
    throw error;
  });
  await auditEvent.success().catch(report);
  return result;
}
