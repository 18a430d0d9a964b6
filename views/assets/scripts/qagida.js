import { openClausesInPlace } from "./clause-dialog.js";
import { addRowsInPlace } from "./report-rows.js";
import { showSecretsOnDemand } from "./secret-fields.js";
import { showChoicesAtOnce } from "./shown-choices.js";

openClausesInPlace();
addRowsInPlace();
showSecretsOnDemand();
showChoicesAtOnce();
