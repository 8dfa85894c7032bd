import { quantityToNumber } from '../../../quantity';
import { allContainers, isExtendedResource } from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** U01: devices are whole; the API server refuses a half. */
export const U01 = defineRule({
  id: 'U01',
  severity: 'error',
  needs: ['workload'],
  title: { en: 'Fractional GPU', zh: 'GPU 数量为小数' },
  message: {
    en: 'Container {container} asks for {quantity} {resource}; devices are whole.',
    zh: '容器 {container} 请求 {quantity} 个 {resource}；设备必须为整数。',
  },
  remedy: {
    en: 'Ask for a whole one, for shares of a time-sliced card (nvidia.com/gpu.shared), a MIG profile, or a DRA claim.',
    zh: '请使用整数、时间片共享的份额（nvidia.com/gpu.shared）、MIG 配置或 DRA 声明。',
  },
  check: ({ workload, template }) => {
    if (!workload) return [];
    return allContainers(template).flatMap(({ field, container }) =>
      (['requests', 'limits'] as const).flatMap(list =>
        Object.entries(container.resources?.[list] ?? {})
          .filter(
            ([resource, quantity]) =>
              isExtendedResource(resource) &&
              !Number.isInteger(quantityToNumber(quantity, resource)),
          )
          .map(([resource, quantity]) =>
            match(
              { container: container.name, quantity, resource },
              at.workload(
                workload,
                `${field}.resources.${list}["${resource}"]`,
              ),
            ),
          ),
      ),
    );
  },
});
