import { Flex } from '@backstage/ui';
import { RegistryCard } from '../registry/RegistryCard';
import { RegistryVersionsCard } from '../registry/RegistryVersionsCard';
import { ConditionsCard } from '../shared/ConditionsCard';

/** The cards of a registry, one below the other. */
export function EntityModelRegistryContent() {
  return (
    <Flex direction="column" gap="4">
      <RegistryCard />
      <RegistryVersionsCard />
      <ConditionsCard />
    </Flex>
  );
}
