import type { ForecastModel, SeasonName } from '../types';

/** What descriptions are made of, in one language. */
export interface ForecastPhrases {
  season: Readonly<Record<SeasonName, string>>;
  model: Readonly<Record<ForecastModel, string>>;
  seasonFound(season: string, strength: string): string;
  seasonNone(season: string, strength: string): string;
  seasonUnknown(season: string): string;
  noSeason(): string;
  blend(parts: string, mae: string, baseline: string, share: string): string;
  fallback(baseline: string): string;
  exact(model: string): string;
  mase(mase: string): string;
  missing(share: string): string;
  notEnough(observed: string, needed: string): string;
  maxExpected(at: string, earliest: string, latest?: string): string;
  maxPossible(earliest: string): string;
  maxNotWithin(end: string): string;
  exceeded(at: string): string;
  schedule(season: string, base: number, top: number, changes: number): string;
  scheduleTest(options: {
    days: string;
    added: string;
    without: number;
    with: number;
  }): string;
  scheduleUntested(): string;
  scheduleNoSeason(): string;
  scheduleNotNeeded(): string;
  /** Between two sentences, and between two things. */
  separator: string;
  list: string;
}

export const ENGLISH: ForecastPhrases = {
  season: { day: 'daily', week: 'weekly' },
  model: {
    lastValue: 'last value',
    yesterday: 'same time yesterday',
    lastWeek: 'same time last week',
    level: 'recent level',
    dayProfile: 'typical day',
    weekProfile: 'typical week',
    dayAndWeekProfile: 'mean of typical day and week',
    blend: 'blend',
  },
  seasonFound: (season, strength) =>
    `The load has a ${season} pattern (autocorrelation ${strength}).`,
  seasonNone: (season, strength) =>
    `It has no ${season} pattern that stands out (autocorrelation ${strength}).`,
  seasonUnknown: season =>
    `There is too little history to tell whether it has a ${season} pattern.`,
  noSeason: () =>
    'The load has no season: nothing in it repeats by day or week, so the forecast follows its recent level.',
  blend: (parts, mae, baseline, share) =>
    `The forecast blends ${parts}. On the tail of the history it was wrong by ${mae} on average, ${share} less than "${baseline}", the best naive forecast.`,
  fallback: baseline =>
    `No model was better than the naive forecast "${baseline}" on the tail of the history, so that is the forecast.`,
  exact: model => `"${model}" was exact on the tail of the history.`,
  mase: mase => `Its scaled error (MASE) is ${mase}.`,
  missing: share => `${share} of the history has no sample.`,
  notEnough: (observed, needed) =>
    `Not enough history for a forecast: ${observed} days of samples, at least ${needed} are needed.`,
  maxExpected: (at, earliest, latest) =>
    `The last replica is expected to be needed at ${at}, at the earliest at ${earliest}${
      latest ? ` and at the latest at ${latest}` : ''
    } (80 % interval).`,
  maxPossible: earliest =>
    `The last replica is not expected to be needed, but may be from ${earliest} on (80 % interval).`,
  maxNotWithin: end => `The last replica is not needed until ${end}.`,
  exceeded: at =>
    `From ${at} on the expected load is more than the maximum of replicas bears.`,
  schedule: (season, base, top, changes) =>
    `A ${season} schedule of ${changes} periods holds at least ${base} and at most ${top} replicas ready.`,
  scheduleTest: ({ days, added, without, with: scheduled }) =>
    `Over the last ${days} days it would have added ${added} replica-hours, and ${scheduled} minutes would have been under-provisioned instead of ${without}.`,
  scheduleUntested: () =>
    'There is too little history to test it on days that it was not made from.',
  scheduleNoSeason: () =>
    'No schedule is proposed, because the load has no season.',
  scheduleNotNeeded: () =>
    'No schedule is needed: minReplicas is enough at all times.',
  separator: ' ',
  list: ', ',
};

export const CHINESE: ForecastPhrases = {
  season: { day: '每日', week: '每周' },
  model: {
    lastValue: '最近值',
    yesterday: '昨日同一时刻',
    lastWeek: '上周同一时刻',
    level: '近期水平',
    dayProfile: '典型日',
    weekProfile: '典型周',
    dayAndWeekProfile: '典型日与典型周的均值',
    blend: '混合模型',
  },
  seasonFound: (season, strength) =>
    `负载具有${season}规律(自相关系数 ${strength})。`,
  seasonNone: (season, strength) =>
    `没有明显的${season}规律(自相关系数 ${strength})。`,
  seasonUnknown: season => `历史数据太少,无法判断是否存在${season}规律。`,
  noSeason: () =>
    '负载没有季节性:没有按日或按周重复的规律,因此预测沿用其近期水平。',
  blend: (parts, mae, baseline, share) =>
    `预测由以下部分加权混合:${parts}。在历史末段上的平均误差为 ${mae},比最好的朴素预测“${baseline}”低 ${share}。`,
  fallback: baseline =>
    `在历史末段上没有模型优于朴素预测“${baseline}”,因此直接采用该预测。`,
  exact: model => `“${model}”在历史末段上完全准确。`,
  mase: mase => `其标准化误差(MASE)为 ${mase}。`,
  missing: share => `历史中有 ${share} 没有样本。`,
  notEnough: (observed, needed) =>
    `历史数据不足,无法预测:有样本的时间为 ${observed} 天,至少需要 ${needed} 天。`,
  maxExpected: (at, earliest, latest) =>
    `预计在 ${at} 需要最后一个副本,最早 ${earliest}${
      latest ? `,最晚 ${latest}` : ''
    }(80 % 区间)。`,
  maxPossible: earliest =>
    `预计不需要最后一个副本,但从 ${earliest} 起可能需要(80 % 区间)。`,
  maxNotWithin: end => `到 ${end} 为止不需要最后一个副本。`,
  exceeded: at => `从 ${at} 起,预计负载超过最大副本数的承受能力。`,
  schedule: (season, base, top, changes) =>
    `${season}计划共 ${changes} 个时段,保持最少 ${base}、最多 ${top} 个副本就绪。`,
  scheduleTest: ({ days, added, without, with: scheduled }) =>
    `在最近 ${days} 天里,它会增加 ${added} 副本小时,资源不足的时间由 ${without} 分钟变为 ${scheduled} 分钟。`,
  scheduleUntested: () => '历史数据太少,无法在未参与制定的日子上检验该计划。',
  scheduleNoSeason: () => '负载没有季节性,因此不建议计划。',
  scheduleNotNeeded: () => '不需要计划:minReplicas 在任何时候都足够。',
  separator: '',
  list: '、',
};
