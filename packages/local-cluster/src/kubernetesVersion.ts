import { hpaFeaturesOfVersion } from '@suoke/autoscaling';

/** The version that server and nodes report. The suffix tells people that nothing behind this address is real. */
export const KUBERNETES_VERSION = 'v1.36.0-local.suoke';

/** What that version has switched on for HorizontalPodAutoscalers, in admission as in the controller. */
export const HPA_FEATURES = hpaFeaturesOfVersion(KUBERNETES_VERSION);
