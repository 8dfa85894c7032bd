import { effectiveDelivery } from '@suoke/plugin-ai-models-common';
import { useModelObject } from '../../hooks/useModelObject';
import { useText } from '../../hooks/useText';
import { DeliveryDetails } from '../shared/DeliveryDetails';
import { Section } from '../shared/Section';

/** How a new version of the model of the page reaches users. */
export function ModelDeliveryCard() {
  const t = useText();
  const { object: model } = useModelObject('AIModel');
  // The card above says what is wrong with an entity that cannot be read.
  if (!model) {
    return null;
  }
  return (
    <Section title={t('delivery.title')}>
      <DeliveryDetails delivery={effectiveDelivery(model.spec)} />
    </Section>
  );
}
