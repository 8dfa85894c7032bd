import { targetKey } from '../../facts/targetKey';
import { defineRule, match } from '../../rule/Rule';

/** H06: two HPAs on one target undo each other's decisions. A ScaledObject beside an HPA is H09. */
export const H06 = defineRule({
  id: 'H06',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Two HPAs on one target', zh: '两个 HPA 指向同一目标' },
  message: {
    en: '{count} HPAs scale {target}: {names}.',
    zh: '{count} 个 HPA 伸缩同一目标 {target}：{names}。',
  },
  remedy: {
    en: 'Keep one of them and put the metrics of all into it; the highest proposal wins there.',
    zh: '请只保留其中一个，并把所有指标合并进去；其中建议值最高的指标生效。',
  },
  check: ({ hpas }) => {
    const plain = hpas.filter(hpa => hpa.scaledObjectName === undefined);
    const targets = new Set(
      plain.map(hpa => targetKey(hpa.object.spec.scaleTargetRef)),
    );
    return [...targets].flatMap(target => {
      const rivals = plain.filter(
        hpa => targetKey(hpa.object.spec.scaleTargetRef) === target,
      );
      return rivals.length < 2
        ? []
        : [
            match(
              {
                count: rivals.length,
                target: rivals[0].object.spec.scaleTargetRef.name,
                names: rivals.map(({ name }) => name).join(', '),
              },
              ...rivals.map(hpa => hpa.at('spec.scaleTargetRef')),
            ),
          ];
    });
  },
});
