/** As much of a JSON Schema as the editor reads. */
export interface Schema {
  $id?: string;
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: string[];
  pattern?: string;
  format?: string;
  oneOf?: { required?: string[] }[];
}
