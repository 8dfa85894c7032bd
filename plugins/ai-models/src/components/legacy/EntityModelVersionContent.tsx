import { Flex } from '@backstage/ui';
import { ConditionsCard } from '../shared/ConditionsCard';
import { VersionCard } from '../version/VersionCard';
import { VersionChangelogCard } from '../version/VersionChangelogCard';
import { VersionCommandsCard } from '../version/VersionCommandsCard';
import { VersionDeliveryCard } from '../version/VersionDeliveryCard';

/** The cards of a version, one below the other. */
export function EntityModelVersionContent() {
  return (
    <Flex direction="column" gap="4">
      <VersionCard />
      <VersionChangelogCard />
      <VersionDeliveryCard />
      <VersionCommandsCard />
      <ConditionsCard />
    </Flex>
  );
}
