// Prints the licences that are shipped with the command-line program: licences.mjs TARGET
import { licences } from "./dist/licences.mjs";

process.stdout.write(licences(process.argv[2], [[]]));
