import { completeScaleDownRules } from '../../../hpa/defaults';
import { START_UP_UNKNOWN } from '../../facts/startUpUnknown';
import { defineRule, match } from '../../rule/Rule';

/** R10: replicas are given back before the next ones could have started. */
export const R10 = defineRule({
  id: 'R10',
  severity: 'warning',
  needs: ['hpas', 'pods'],
  title: { en: 'Scale-down window is short', zh: '缩容窗口过短' },
  message: {
    en: 'HPA {hpa} waits {window} s before it scales down, and a pod takes {startUp} s to become ready: a short dip costs a new start.',
    zh: 'HPA {hpa} 缩容前等待 {window} 秒，而 Pod 就绪需要 {startUp} 秒：短暂的低谷就要付出重新启动的代价。',
  },
  remedy: {
    en: 'Set behavior.scaleDown.stabilizationWindowSeconds to {wanted} or more.',
    zh: '请将 behavior.scaleDown.stabilizationWindowSeconds 设为 {wanted} 或更大。',
  },
  check: ({ hpas, startUpSeconds, hpaOptions, thresholds }) => {
    if (startUpSeconds === undefined) return START_UP_UNKNOWN;
    const wanted = Math.ceil(thresholds.windowStartUpFactor * startUpSeconds);
    return hpas.flatMap(hpa => {
      const { stabilizationWindowSeconds: window } = completeScaleDownRules(
        hpa.object.spec.behavior?.scaleDown,
        hpaOptions.downscaleStabilizationSeconds,
      );
      return window < wanted
        ? [
            match(
              { hpa: hpa.name, window, startUp: startUpSeconds, wanted },
              hpa.at(
                'spec.behavior.scaleDown.stabilizationWindowSeconds',
                window,
              ),
            ),
          ]
        : [];
    });
  },
});
