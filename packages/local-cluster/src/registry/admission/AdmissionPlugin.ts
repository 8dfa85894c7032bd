import { ClusterObject } from '../../store/types';
import { ResourceType, StrategyContext } from '../ResourceType';

/** A write that is about to happen, as admission sees it. */
export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  type: ResourceType;
  namespace?: string;
  name: string;
  subresource?: string;
  /** What would be stored; absent for a DELETE. Plugins that mutate change it in place. */
  object?: ClusterObject;
  oldObject?: ClusterObject;
  dryRun: boolean;
  /** Texts for the client's `Warning` headers. */
  warn: (text: string) => void;
}

/** A plugin of the admission chain. Both methods throw `StatusError` to refuse. */
export interface AdmissionPlugin {
  mutate?(request: AdmissionRequest, context: StrategyContext): void;
  validate?(request: AdmissionRequest, context: StrategyContext): void;
}
