import { defineRule, match } from '../../rule/Rule';

/** Settings that take memory at the start, whatever is used of it. */
const PREALLOCATION =
  /-Xm[sx]\d\S*|-XX:MaxRAM\S*|--gpu[-_]memory[-_]utilization\S*/;

/** V20: usage that is flat whatever the request is no advice about the request. */
export const V20 = defineRule({
  id: 'V20',
  severity: 'information',
  needs: ['vpas', 'podTemplate'],
  title: { en: 'Memory is preallocated', zh: '内存为预分配' },
  message: {
    en: 'Container {container} takes its memory at the start ({setting}), so what VPA {vpa} recommends for memory follows that setting and not the need.',
    zh: '容器 {container} 在启动时即占用内存（{setting}），因此 VPA {vpa} 的内存推荐值反映该设置而非实际需要。',
  },
  remedy: {
    en: 'Give the container a fixed memory request that fits {setting}, and take memory out of controlledResources.',
    zh: '请为该容器设置与 {setting} 相符的固定内存请求值，并从 controlledResources 中去掉 memory。',
  },
  check: ({ vpas, containers }) =>
    vpas.flatMap(vpa =>
      containers.flatMap(({ field, container }) => {
        const { name, command = [], args = [], env = [] } = container;
        const text = [...command, ...args, ...env.map(({ value }) => value)];
        const setting = PREALLOCATION.exec(text.join(' '))?.[0];
        return setting && vpa.controls(name, 'memory')
          ? [
              match(
                { container: name, setting, vpa: vpa.name },
                vpa.at('spec.resourcePolicy'),
                vpa.at('spec.targetRef', `${field}: ${setting}`),
              ),
            ]
          : [];
      }),
    ),
});
