/** The objects of one agent that commands can name. */
export interface AgentObjects {
  namespace: string;
  /** Name and kind of the workload, for example `Deployment`. */
  workload: { kind: string; name: string };
  hpa?: string;
  vpa?: string;
  scaledObject?: string;
}

/** What a command is good for; the page translates it. */
export type KubectlPurpose =
  | 'describeHpa'
  | 'watchHpa'
  | 'describeVpa'
  | 'describeScaledObject'
  | 'topPods'
  | 'events';

export interface KubectlCommand {
  purpose: KubectlPurpose;
  command: string;
}

/** Read-only commands that show in a terminal what the page shows. Names of Kubernetes objects need no quoting. */
export function toKubectlCommands(objects: AgentObjects): KubectlCommand[] {
  const { namespace, workload, hpa, vpa, scaledObject } = objects;
  const kubectl = `kubectl -n ${namespace}`;
  const commands: KubectlCommand[] = [];
  if (hpa) {
    commands.push(
      { purpose: 'describeHpa', command: `${kubectl} describe hpa ${hpa}` },
      { purpose: 'watchHpa', command: `${kubectl} get hpa ${hpa} --watch` },
    );
  }
  if (scaledObject) {
    commands.push({
      purpose: 'describeScaledObject',
      command: `${kubectl} describe scaledobject ${scaledObject}`,
    });
  }
  if (vpa) {
    commands.push({
      purpose: 'describeVpa',
      command: `${kubectl} describe vpa ${vpa}`,
    });
  }
  commands.push(
    {
      purpose: 'topPods',
      command: `${kubectl} top pods -l app.kubernetes.io/name=${workload.name}`,
    },
    {
      purpose: 'events',
      command: `${kubectl} events --for ${workload.kind.toLowerCase()}/${
        workload.name
      }`,
    },
  );
  return commands;
}

/** Marks a workload as an agent, so that the portal lists it. The words in capitals are for the reader to replace. */
export const LABEL_AGENT_COMMAND =
  'kubectl -n NAMESPACE label deployment NAME ai.suoke.life/agent=NAME app.kubernetes.io/component=agent backstage.io/kubernetes-id=NAME';
