export {
  DefaultKubernetesCache,
  type KubernetesCacheOptions,
} from './DefaultKubernetesCache';
export { keepFields } from './keepFields';
