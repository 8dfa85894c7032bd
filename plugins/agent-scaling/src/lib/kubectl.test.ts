import { toKubectlCommands } from './kubectl';

const xiaoai = {
  namespace: 'suoke-agents',
  workload: { kind: 'Deployment', name: 'xiaoai' },
};

describe('toKubectlCommands', () => {
  it('asks about what exists, and only reads', () => {
    const commands = toKubectlCommands({
      ...xiaoai,
      hpa: 'keda-hpa-xiaoai',
      vpa: 'xiaoai',
      scaledObject: 'xiaoai',
    });
    expect(commands.map(one => one.command)).toEqual([
      'kubectl -n suoke-agents describe hpa keda-hpa-xiaoai',
      'kubectl -n suoke-agents get hpa keda-hpa-xiaoai --watch',
      'kubectl -n suoke-agents describe scaledobject xiaoai',
      'kubectl -n suoke-agents describe vpa xiaoai',
      'kubectl -n suoke-agents top pods -l app.kubernetes.io/name=xiaoai',
      'kubectl -n suoke-agents events --for deployment/xiaoai',
    ]);
  });

  it('names no autoscaler that is not there', () => {
    expect(toKubectlCommands(xiaoai).map(one => one.purpose)).toEqual([
      'topPods',
      'events',
    ]);
  });
});
