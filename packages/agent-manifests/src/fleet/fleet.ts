import { AgentSpec } from '../spec/AgentSpec';
import { laoke } from './laoke';
import { soer } from './soer';
import { xiaoai } from './xiaoai';
import { xiaoke } from './xiaoke';

/**
 * The four agents of the first fleet. Ranges, targets, metrics and model servers are given; chosen here are:
 *
 * - the agents' requests: the lower bound of their VPA range, so that the recommender starts where it may stay;
 * - the agents' limits: twice the request, which leaves the memory targets of up to 90 % reachable;
 * - the agents' images, at the version of the platform;
 * - the runtimes: the first choice for each framework;
 * - one replica for each model server, two in production.
 */
export const fleet: readonly AgentSpec[] = [xiaoai, xiaoke, laoke, soer];
