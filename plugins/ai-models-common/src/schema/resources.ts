import { z } from 'zod';
import { quantity } from './fields';

const resourceList = z.record(z.string(), quantity).meta({ maxProperties: 16 });

/** Requests and limits of a container, as in Kubernetes. */
export const resources = z
  .strictObject({
    requests: resourceList
      .optional()
      .meta({ description: 'What the scheduler reserves, by resource name.' }),
    limits: resourceList
      .optional()
      .meta({ description: 'What the container may use, by resource name.' }),
  })
  .meta({ description: 'Requests and limits of the model server container.' });
