#!/usr/bin/env bash
#
# Deploys the agents with their autoscaling, checks them, writes their dashboard, and removes them again.
# Needs bash 4, kubectl 1.28 or later, sed and awk. See --help.

set -euo pipefail

readonly DEFAULT_NAMESPACE='suoke-agents'
readonly FIELD_MANAGER='suoke-deploy'
# Carried by everything that this script may delete.
readonly SELECTOR='app.kubernetes.io/part-of=suoke'
readonly AGENT_SELECTOR="${SELECTOR},app.kubernetes.io/component=agent"
DIRECTORY="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly DIRECTORY

namespace="$DEFAULT_NAMESPACE"
context=''
environment=''
timeout='300s'
output='-'
dry_run=false
assume_yes=false
with_models=true

usage() {
  cat <<'USAGE'
usage: deploy-agents-autoscaling.sh COMMAND [OPTION...]

commands
  deploy      apply namespace, model kinds, agents, autoscalers and models; wait for the agents
  verify      report pods, HPA, metrics and VPA of every agent; exit code 1 when something is wrong
  dashboard   write the Grafana dashboard (JSON)
  cleanup     delete what carries the label app.kubernetes.io/part-of=suoke

options
  --namespace NAME      default: suoke-agents
  --context NAME        kubectl context; default: the current one
  --environment NAME    deploy the sizes of development, testing or production; default: the specification's own
  --without-models      deploy and clean up the agents only, without the AIModel kinds and objects
  --timeout DURATION    how long deploy waits for each agent; default: 300s
  --output FILE         where dashboard writes; default: standard output
  --dry-run             let the server check and change nothing
  --yes                 do not ask
  --help                this text

exit codes: 0 done, 1 something is wrong in the cluster, 2 wrong usage, 3 a dependency is missing
USAGE
}

say() { printf '%s\n' "$*" >&2; }
step() { printf '\n==> %s\n' "$*" >&2; }

die() {
  local code="$1"
  shift
  say "error: $*"
  exit "$code"
}

kube() {
  if [[ -n "$context" ]]; then
    kubectl --context "$context" "$@"
  else
    kubectl "$@"
  fi
}

require_value() {
  [[ $# -ge 2 && "$2" != --* ]] || die 2 "$1 needs a value"
}

parse_options() {
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --namespace) require_value "$@" && namespace="$2" && shift ;;
      --context) require_value "$@" && context="$2" && shift ;;
      --environment) require_value "$@" && environment="$2" && shift ;;
      --timeout) require_value "$@" && timeout="$2" && shift ;;
      --output) require_value "$@" && output="$2" && shift ;;
      --without-models) with_models=false ;;
      --dry-run) dry_run=true ;;
      --yes) assume_yes=true ;;
      --help) usage && exit 0 ;;
      *) die 2 "unknown option $1; see --help" ;;
    esac
    shift
  done
  [[ "$namespace" =~ ^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$ ]] ||
    die 2 "--namespace '$namespace' is no Kubernetes name: use lower case letters, digits and dashes"
  case "$environment" in
    '' | development | testing | production) ;;
    *) die 2 "--environment '$environment' is unknown: use development, testing or production" ;;
  esac
}

require_tools() {
  local tool
  for tool in kubectl sed awk; do
    command -v "$tool" >/dev/null 2>&1 || die 3 "$tool is missing: install it and try again"
  done
}

require_cluster() {
  local name="$context"
  if [[ -z "$name" ]]; then
    name="$(kubectl config current-context 2>/dev/null)" ||
      die 3 'kubectl has no current context: run "kubectl config use-context NAME" or give --context'
  fi
  say "cluster:   context $name"
  say "namespace: $namespace"
  kube version --request-timeout=15s >/dev/null 2>&1 ||
    die 3 "the cluster of context $name does not answer: check kubeconfig and network"
}

confirm() {
  "$dry_run" && return 0
  "$assume_yes" && return 0
  [[ -t 0 ]] || die 2 'nobody is there to answer: give --yes'
  local answer
  read -r -p "$1 [y/N] " answer
  [[ "$answer" == [yY] || "$answer" == [yY][eE][sS] ]] || die 1 'stopped'
}

serves() { kube api-resources --api-group="$1" --no-headers 2>/dev/null | awk -v kind="$2" '$NF == kind { found = 1 } END { exit !found }'; }

# The manifests name their namespace in metadata, addresses and policies; all of them follow --namespace.
in_namespace() { sed "s/${DEFAULT_NAMESPACE}/${namespace}/g"; }

# Leaves out the documents of one kind.
without_kind() {
  awk -v kind="$1" 'BEGIN { RS = "(^|\n)---\n"; first = 1 }
    $0 !~ ("(^|\n)kind: " kind "(\n|$)") { if (!first) print "---"; printf "%s\n", $0; first = 0 }'
}

apply() {
  local arguments=(apply --server-side --field-manager="$FIELD_MANAGER" -f - "$@")
  "$dry_run" && arguments+=(--dry-run=server)
  kube "${arguments[@]}" >&2
}

# Documents of the agents in the order in which they have to exist: the namespace is the first of them.
agent_manifests() {
  if [[ -n "$environment" ]]; then
    kubectl kustomize "$DIRECTORY/overlays/$environment"
  else
    cat "$DIRECTORY/agents.yaml"
    printf -- '---\n'
    cat "$DIRECTORY/hpa-agents.yaml"
    printf -- '---\n'
    cat "$DIRECTORY/vpa-agents.yaml"
  fi
}

only_kind() {
  awk -v kind="$1" 'BEGIN { RS = "(^|\n)---\n" } $0 ~ ("(^|\n)kind: " kind "(\n|$)") { print; print "---" }'
}

deploy() {
  require_cluster
  confirm 'Deploy the agents there?'

  step 'Namespace'
  agent_manifests | in_namespace | only_kind Namespace | apply
  if "$dry_run" && ! kube get namespace "$namespace" >/dev/null 2>&1; then
    say "The namespace does not exist yet, so the server cannot check what goes into it. Nothing was changed."
    return 0
  fi

  if "$with_models"; then
    step 'Model kinds'
    apply <"$DIRECTORY/ai-model-version-crd.yaml"
    if ! "$dry_run"; then
      kube wait --for=condition=Established --timeout=60s -f "$DIRECTORY/ai-model-version-crd.yaml" >&2
    fi
  fi

  step 'Agents and autoscalers'
  if serves autoscaling.k8s.io VerticalPodAutoscaler; then
    agent_manifests | in_namespace | apply
  else
    say 'warning: the cluster has no VerticalPodAutoscaler; it is left out. Install the VPA and deploy again to get recommendations.'
    agent_manifests | in_namespace | without_kind VerticalPodAutoscaler | apply
  fi

  if "$with_models"; then
    step 'Models'
    if serves ai.suoke.life AIModel; then
      # These objects name no namespace, because they are catalog entities as well.
      apply --namespace "$namespace" <"$DIRECTORY/ai-model-examples.yaml"
    else
      say 'The model kinds are not served yet; the models are not checked in this dry run.'
    fi
  fi

  if "$dry_run"; then
    say 'Nothing was changed.'
    return 0
  fi
  step 'Waiting for the agents'
  local agent failed=0
  for agent in $(agents); do
    kube -n "$namespace" rollout status "deployment/$agent" --timeout="$timeout" >&2 || failed=1
  done
  [[ "$failed" == 0 ]] || die 1 'some agents did not become available; run verify for the reasons'
  step 'Deployed. Check it with: verify'
}

agents() {
  kube -n "$namespace" get deployments -l "$AGENT_SELECTOR" -o 'jsonpath={range .items[*]}{.metadata.name}{"\n"}{end}'
}

problems=0

good() { printf '  ok    %s\n' "$*"; }
note() { printf '  note  %s\n' "$*"; }

bad() {
  printf '  FAIL  %s\n' "$*"
  problems=$((problems + 1))
}

verify_deployment() {
  local name="$1" ready wanted
  if ! ready="$(kube -n "$namespace" get deployment "$name" -o 'jsonpath={.status.readyReplicas}' 2>/dev/null)"; then
    bad "deployment $name is missing: run deploy"
    return 0
  fi
  wanted="$(kube -n "$namespace" get deployment "$name" -o 'jsonpath={.spec.replicas}')"
  if [[ "${ready:-0}" -ge "${wanted:-1}" && "${wanted:-1}" -gt 0 ]]; then
    good "deployment $name: ${ready:-0} of $wanted pods ready"
  else
    bad "deployment $name: ${ready:-0} of ${wanted:-?} pods ready"
    pod_reasons "$name"
  fi
}

# Why the pods of a deployment are not ready: the reason of a waiting container, or that the pod was not scheduled.
pod_reasons() {
  kube -n "$namespace" get pods -l "app.kubernetes.io/name=$1" -o 'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.status.phase}{"\t"}{.status.containerStatuses[*].state.waiting.reason}{"\t"}{.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}{end}' |
    awk -F '\t' '$2 != "Running" || $3 != "" { printf "        pod %s: %s %s %s\n", $1, $2, $3, $4 }'
}

verify_restarts() {
  local restarts
  restarts="$(kube -n "$namespace" get pods -l "ai.suoke.life/agent=$1" -o 'jsonpath={range .items[*]}{.metadata.name}{"\t"}{.status.containerStatuses[0].restartCount}{"\n"}{end}' |
    awk -F '\t' '$2 > 5 { printf "%s (%s) ", $1, $2 }')"
  if [[ -n "$restarts" ]]; then
    bad "pods restart again and again: $restarts; look at their previous logs"
  fi
}

verify_hpa() {
  local name="$1" line condition
  if ! line="$(kube -n "$namespace" get hpa "$name" -o 'jsonpath={.status.currentReplicas}{"/"}{.status.desiredReplicas}{" in "}{.spec.minReplicas}{".."}{.spec.maxReplicas}' 2>/dev/null)"; then
    bad "HPA $name is missing: run deploy"
    return 0
  fi
  condition="$(kube -n "$namespace" get hpa "$name" -o 'jsonpath={range .status.conditions[*]}{.type}{"\t"}{.status}{"\t"}{.reason}{"\t"}{.message}{"\n"}{end}')"
  if [[ -z "$condition" ]]; then
    note "HPA $name: no status yet; the controller looks every 15 seconds"
    return 0
  fi
  local broken
  broken="$(awk -F '\t' '($1 == "AbleToScale" || $1 == "ScalingActive") && $2 == "False" { printf "%s: %s", $3, $4 }' <<<"$condition")"
  if [[ -n "$broken" ]]; then
    bad "HPA $name: $broken"
    say '        FailedGetResourceMetric: check the metrics server; FailedGetPodsMetric: check the metrics adapter or KEDA'
  else
    good "HPA $name: $line replicas (current/desired)"
  fi
  if grep -q '^ScalingLimited	True	TooManyReplicas' <<<"$condition"; then
    note "HPA $name wants more than its maximum"
  fi
  verify_metrics "$name"
}

# A metric without a current value is what kubectl shows as <unknown>.
verify_metrics() {
  local name="$1" wanted present
  wanted="$(kube -n "$namespace" get hpa "$name" -o 'jsonpath={range .spec.metrics[*]}{.resource.name}{.pods.metric.name}{.external.metric.name}{"\n"}{end}')"
  present="$(kube -n "$namespace" get hpa "$name" -o 'jsonpath={range .status.currentMetrics[*]}{.resource.name}{.pods.metric.name}{.external.metric.name}{"\n"}{end}')"
  local metric
  while read -r metric; do
    [[ -n "$metric" ]] || continue
    if grep -qxF "$metric" <<<"$present"; then
      good "metric $metric has a value"
    else
      bad "metric $metric has no value: it blocks scaling down; check who serves it"
    fi
  done <<<"$wanted"
}

verify_vpa() {
  local name="$1" condition target
  if ! "$has_vpa"; then
    note 'VPA: not installed in this cluster'
    return 0
  fi
  if ! condition="$(kube -n "$namespace" get vpa "$name" -o 'jsonpath={.status.conditions[?(@.type=="RecommendationProvided")].status}' 2>/dev/null)"; then
    bad "VPA $name is missing: run deploy"
  elif [[ "$condition" == 'True' ]]; then
    target="$(kube -n "$namespace" get vpa "$name" -o 'jsonpath={.status.recommendation.containerRecommendations[0].target}')"
    good "VPA $name recommends $target"
  else
    # A fresh VPA has none either, so this alone is no fault.
    note "VPA $name: no recommendation yet; if it stays so for 10 minutes, check the VPA recommender"
  fi
}

verify() {
  require_cluster
  local names
  names="$(agents)" || die 1 "the deployments of namespace $namespace cannot be read"
  [[ -n "$names" ]] || die 1 "namespace $namespace has no agents: run deploy"
  has_vpa=false
  serves autoscaling.k8s.io VerticalPodAutoscaler && has_vpa=true
  local agent
  for agent in $names; do
    printf '\n%s\n' "$agent"
    verify_deployment "$agent"
    verify_deployment "$agent-model-server"
    verify_restarts "$agent"
    verify_hpa "$agent"
    verify_vpa "$agent"
  done
  printf '\n'
  if [[ "$problems" -gt 0 ]]; then
    say "$problems problems"
    return 1
  fi
  say 'All agents are well.'
}

dashboard() {
  if [[ "$output" == '-' ]]; then
    in_namespace <"$DIRECTORY/grafana-dashboard.json"
    return 0
  fi
  in_namespace <"$DIRECTORY/grafana-dashboard.json" >"$output"
  say "Wrote $output; import it in Grafana under Dashboards, New, Import."
}

# Deletes what carries our label. Types that the cluster does not have are passed over.
delete_labelled() {
  local arguments=(delete "$1" -l "$SELECTOR" --ignore-not-found)
  [[ "$2" == 'cluster' ]] || arguments+=(-n "$namespace")
  [[ -z "${3:-}" ]] || arguments+=(--field-selector "$3")
  "$dry_run" && arguments+=(--dry-run=server)
  kube "${arguments[@]}" >&2
}

# Policies of this namespace's agents only: another namespace may have its own.
delete_policies() {
  local type name arguments
  for type in validatingadmissionpolicybindings validatingadmissionpolicies; do
    kube get "$type" -l "$SELECTOR" -o name 2>/dev/null | while read -r name; do
      [[ "$name" == *".${namespace}" ]] || continue
      arguments=(delete "$name" --ignore-not-found)
      "$dry_run" && arguments+=(--dry-run=server)
      kube "${arguments[@]}" >&2
    done
  done
}

cleanup() {
  require_cluster
  say "This deletes everything with the label $SELECTOR in namespace $namespace, and the GPU policies of its agents."
  confirm 'Delete it?'
  local type
  step 'Autoscalers'
  delete_labelled horizontalpodautoscalers namespaced
  if serves autoscaling.k8s.io VerticalPodAutoscaler; then
    delete_labelled verticalpodautoscalers.autoscaling.k8s.io namespaced
  fi
  if serves keda.sh ScaledObject; then
    delete_labelled scaledobjects.keda.sh namespaced
  fi
  if "$with_models" && serves ai.suoke.life AIModel; then
    step 'Models'
    for type in aimodels modelversions modelregistries; do
      delete_labelled "$type.ai.suoke.life" namespaced
    done
  fi
  step 'Agents'
  for type in deployments services poddisruptionbudgets networkpolicies serviceaccounts; do
    delete_labelled "$type" namespaced
  done
  delete_policies
  step 'Namespace'
  # The namespace goes only when it is ours and empty of what others may have put there.
  local others
  others="$(kube -n "$namespace" get deployments,statefulsets,daemonsets,jobs,persistentvolumeclaims -o name 2>/dev/null || true)"
  if "$dry_run"; then
    say 'Nothing was changed.'
  elif [[ -n "$others" ]]; then
    say "Namespace $namespace stays, because it holds other things: ${others//$'\n'/ }"
  else
    delete_labelled namespaces cluster "metadata.name=$namespace"
  fi
  say 'The model kinds (CRDs) stay, because deleting them deletes the models of every namespace.'
}

main() {
  [[ $# -gt 0 ]] || { usage >&2 && exit 2; }
  local command="$1"
  shift
  case "$command" in
    --help | help) usage ;;
    deploy | verify | dashboard | cleanup)
      parse_options "$@"
      require_tools
      "$command"
      ;;
    *) die 2 "unknown command '$command'; see --help" ;;
  esac
}

has_vpa=false
main "$@"
