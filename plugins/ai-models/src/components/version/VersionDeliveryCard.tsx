import { effectiveDelivery } from '@suoke/plugin-ai-models-common';
import { useModelObject } from '../../hooks/useModelObject';
import { useModelOfVersion } from '../../hooks/useModelOfVersion';
import { useText } from '../../hooks/useText';
import { DeliveryDetails } from '../shared/DeliveryDetails';
import { LoadingLines } from '../shared/LoadingLines';
import { ProblemPanel } from '../shared/ProblemPanel';
import { Section } from '../shared/Section';

/** How the version of the page reaches users. */
export function VersionDeliveryCard() {
  const t = useText();
  const { entity, object: version } = useModelObject('ModelVersion');
  const { model, isPending, error, refetch } = useModelOfVersion(entity);
  if (!version) {
    return null;
  }
  return (
    <Section
      title={t('delivery.title')}
      subtitle={
        version.spec.delivery ? t('delivery.ofVersion') : t('delivery.ofModel')
      }
    >
      {isPending && <LoadingLines lines={4} />}
      {error && <ProblemPanel error={error} onRetry={refetch} />}
      {!isPending && !error && (
        <DeliveryDetails
          delivery={effectiveDelivery(model?.spec ?? {}, version.spec)}
        />
      )}
    </Section>
  );
}
