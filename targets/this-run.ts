import { readEnvironment } from './environment.ts';

/**
 * What this run was asked to do. It is read when this module loads, before any other module of the run is, so that
 * whoever runs it hears of all that is wrong with the environment at once.
 */
export const ENVIRONMENT = readEnvironment();
