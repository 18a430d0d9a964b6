import { openClausesInPlace } from "./clause-dialog.js";
import { addRowsInPlace } from "./report-rows.js";

openClausesInPlace();
addRowsInPlace();
