/**
 * API group of the model kinds.
 *
 * @public
 */
export const API_GROUP = 'ai.suoke.life';

/**
 * The one served version of the model kinds.
 *
 * @public
 */
export const VERSION_NAME = 'v1alpha1';

/**
 * `apiVersion` of every object of the model kinds.
 *
 * @public
 */
export const API_VERSION = `${API_GROUP}/${VERSION_NAME}` as const;
