/** Published after a folder of agents changed, so that the catalog need not wait for its schedule. */
export const AGENT_FOLDER_TOPIC = 'agents.folder.changed';
