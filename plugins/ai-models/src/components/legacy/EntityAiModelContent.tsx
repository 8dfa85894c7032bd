import { Flex } from '@backstage/ui';
import { ModelAgentsCard } from '../model/ModelAgentsCard';
import { ModelCard } from '../model/ModelCard';
import { ModelDeliveryCard } from '../model/ModelDeliveryCard';
import { ModelVersionsCard } from '../model/ModelVersionsCard';
import { ConditionsCard } from '../shared/ConditionsCard';

/** The cards of a model, one below the other. */
export function EntityAiModelContent() {
  return (
    <Flex direction="column" gap="4">
      <ModelCard />
      <ModelVersionsCard />
      <ModelDeliveryCard />
      <ModelAgentsCard />
      <ConditionsCard />
    </Flex>
  );
}
