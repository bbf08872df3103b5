import { runProgram } from './program.mjs';

// `npm run --silent verify -- FILE [CODE]`: works the amount of a determination out again, from a file saved in the app.

await runProgram('verify');
