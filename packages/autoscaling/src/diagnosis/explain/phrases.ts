import type { LocalizedText } from '../rule/Finding';

/** The sentences that {@link explainAgent} is made of: templates with `{places}`. */
export const PHRASES = {
  size: {
    en: '{target} has {current} replicas; HPA {hpa} allows {min} to {max}.',
    zh: '{target} 有 {current} 个副本；HPA {hpa} 允许 {min} 至 {max} 个。',
  },
  unseen: {
    en: 'The controller has not looked at HPA {hpa} yet.',
    zh: '控制器尚未处理 HPA {hpa}。',
  },
  stopped: {
    en: 'No decision is made at the moment ({reason}): {message}.',
    zh: '目前无法作出决策（{reason}）：{message}。',
  },
  asks: {
    en: '{metric} is {value} against a target of {target} and asks for {replicas}.',
    zh: '{metric} 当前为 {value}，目标为 {target}，要求 {replicas} 个。',
  },
  noValue: {
    en: '{metric} has no value: while that is so, scaling down is blocked.',
    zh: '{metric} 没有数值：在此期间缩容被阻止。',
  },
  binding: {
    en: 'The highest number wins, so {metric} decides.',
    zh: '数值最高者生效，因此由 {metric} 决定。',
  },
  TooManyReplicas: {
    en: 'The maximum of {max} replicas cuts this off.',
    zh: '被最大值 {max} 个副本所限制。',
  },
  TooFewReplicas: {
    en: 'The minimum of {min} replicas holds this up.',
    zh: '由最小值 {min} 个副本保持。',
  },
  ScaleUpLimit: {
    en: 'The scale-up policies allow no more than {desired} replicas at this moment.',
    zh: '扩容策略此刻最多允许 {desired} 个副本。',
  },
  ScaleDownLimit: {
    en: 'The scale-down policies allow no fewer than {desired} replicas at this moment.',
    zh: '缩容策略此刻最少允许 {desired} 个副本。',
  },
  ScaleUpStabilized: {
    en: 'Scaling up waits for its window of {window} s.',
    zh: '扩容正在等待 {window} 秒的窗口。',
  },
  aboveMax: {
    en: '{wanted} replicas are not possible: the maximum is {max}.',
    zh: '无法达到 {wanted} 个副本：最大值为 {max}。',
  },
  belowMin: {
    en: '{wanted} replicas are not possible: the minimum is {min}.',
    zh: '无法降至 {wanted} 个副本：最小值为 {min}。',
  },
  disabled: {
    en: '{wanted} replicas are not possible: behavior.{direction} is Disabled.',
    zh: '无法变为 {wanted} 个副本：behavior.{direction} 为 Disabled。',
  },
  up: {
    en: 'For {wanted} replicas or more one of these is enough: {conditions}.',
    zh: '达到 {wanted} 个或更多副本，只需满足其一：{conditions}。',
  },
  down: {
    en: 'For {wanted} replicas or fewer all of these must hold: {conditions}.',
    zh: '降至 {wanted} 个或更少副本，须同时满足：{conditions}。',
  },
  window: {
    en: 'After that scaling down waits until it has been so for {window} s.',
    zh: '此后还须持续 {window} 秒才会缩容。',
  },
  waitsUntil: {
    en: 'Scaling down waits for its window of {window} s until {until}: {replicas} replicas were asked for at {since}.',
    zh: '缩容正在等待 {window} 秒的窗口，直至 {until}：在 {since} 曾要求 {replicas} 个副本。',
  },
  waitsAtMost: {
    en: 'Scaling down waits for its window of {window} s: until {until} at the latest, if the load stays as it is.',
    zh: '缩容正在等待 {window} 秒的窗口：若负载保持现状，最迟至 {until}。',
  },
  block: {
    en: 'In the way ({id}): {message}',
    zh: '存在阻碍（{id}）：{message}',
  },
} as const satisfies Record<string, LocalizedText>;

/** How a threshold is told. */
export const CONDITIONS = {
  above: {
    en: '{metric} above {threshold}',
    zh: '{metric} 高于 {threshold}',
  },
  below: {
    en: '{metric} below {threshold}',
    zh: '{metric} 低于 {threshold}',
  },
  atMost: {
    en: '{metric} at most {threshold}',
    zh: '{metric} 不高于 {threshold}',
  },
  now: { en: '{condition} (now {value})', zh: '{condition}（当前 {value}）' },
} as const satisfies Record<string, LocalizedText>;
