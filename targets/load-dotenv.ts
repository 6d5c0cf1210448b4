import dotenv from 'dotenv';

// First among the imports of whatever starts a run: modules behind it read the environment while they load.
dotenv.config({ path: ['.env.local', '.env'], quiet: true });
