import {
  allContainers,
  requestOf,
  limitOf,
  isExtendedResource,
} from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** U02: devices cannot be overcommitted, so request and limit are one number. */
export const U02 = defineRule({
  id: 'U02',
  severity: 'error',
  needs: ['workload'],
  title: {
    en: 'GPU request without the same limit',
    zh: 'GPU 请求值与限制不同',
  },
  message: {
    en: 'Container {container} requests {request} {resource} with a limit of {limit}.',
    zh: '容器 {container} 请求 {request} 个 {resource}，而限制为 {limit}。',
  },
  remedy: {
    en: 'Set the limit only; the API server copies it to the request.',
    zh: '只需设置限制值；API 服务器会把它复制到请求值。',
  },
  check: ({ workload, template }) => {
    if (!workload) return [];
    return allContainers(template).flatMap(({ field, container }) => {
      const { requests = {}, limits = {} } = container.resources ?? {};
      return Object.keys(requests)
        .filter(
          resource =>
            isExtendedResource(resource) &&
            limitOf(container, resource) !== requestOf(container, resource),
        )
        .map(resource =>
          match(
            {
              container: container.name,
              request: requests[resource],
              resource,
              limit: limits[resource] ?? '-',
            },
            at.workload(workload, `${field}.resources.requests["${resource}"]`),
            at.workload(workload, `${field}.resources.limits["${resource}"]`),
          ),
        );
    });
  },
});
