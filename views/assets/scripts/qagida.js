import { openClausesInPlace } from "./clause-dialog.js";
import { addRowsInPlace } from "./report-rows.js";
import { showSecretsOnDemand } from "./secret-fields.js";

openClausesInPlace();
addRowsInPlace();
showSecretsOnDemand();
