import { runProgram } from './program.mjs';

// `npm run --silent evaluate -- CASES.json`: the policy engine by itself.

await runProgram('evaluate');
