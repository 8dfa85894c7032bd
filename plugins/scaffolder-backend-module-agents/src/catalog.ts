/**
 * The catalog module that reads the folder of agents.
 *
 * @packageDocumentation
 */
export { catalogModuleAgentFolder as default } from './provider/module';
