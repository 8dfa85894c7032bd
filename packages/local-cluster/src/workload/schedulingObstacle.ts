import { ControllerContext } from '../controllers/runtime/ControllerContext';
import { SchedulingObstacle } from '../controllers/scheduler/Scheduler';
import { podRequests } from '../controllers/scheduler/nodeFit';
import { faultsOf } from './faults';

/** What the faults `pods-pending` and `gpu-exhausted` put in the way of the scheduler. */
export function schedulingObstacle(
  caches: ControllerContext['caches'],
): SchedulingObstacle {
  return pod => {
    const faults = faultsOf(caches, pod);
    if (faults.has('pods-pending')) {
      return { reason: 'Insufficient cpu', canPreempt: true };
    }
    if (!faults.has('gpu-exhausted')) return undefined;
    const gpu = Object.keys(podRequests(pod)).find(name =>
      name.startsWith('nvidia.com/'),
    );
    return gpu
      ? { reason: `Insufficient ${gpu}`, canPreempt: true }
      : undefined;
  };
}
