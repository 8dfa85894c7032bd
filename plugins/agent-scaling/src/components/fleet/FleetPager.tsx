import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { ButtonIcon, Text } from '@backstage/ui';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { FLEET_PAGE_SIZE } from '../../lib/fleetQuery';
import styles from './FleetPager.module.css';

/** How many agents match, and the way to the next of them when they do not fit one page. */
export function FleetPager(props: {
  totalItems: number;
  page: number;
  onPage: (page: number) => void;
}) {
  const t = useText();
  const format = useFormatters();
  const { totalItems, page, onPage } = props;
  const pages = Math.max(1, Math.ceil(totalItems / FLEET_PAGE_SIZE));
  return (
    <div className={styles.root}>
      <Text variant="body-small" color="secondary">
        {t('fleet.count', { count: totalItems })}
      </Text>
      {pages > 1 && (
        <div className={styles.pages}>
          <ButtonIcon
            size="small"
            variant="secondary"
            icon={<RiArrowLeftSLine />}
            aria-label={t('fleet.previousPage')}
            isDisabled={page === 0}
            onPress={() => onPage(page - 1)}
          />
          <Text variant="body-small">
            {t('fleet.page', {
              page: format.integer(page + 1),
              pages: format.integer(pages),
            })}
          </Text>
          <ButtonIcon
            size="small"
            variant="secondary"
            icon={<RiArrowRightSLine />}
            aria-label={t('fleet.nextPage')}
            isDisabled={page >= pages - 1}
            onPress={() => onPage(page + 1)}
          />
        </div>
      )}
    </div>
  );
}
