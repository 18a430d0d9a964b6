/** Letters, digits and what stands in addresses of e-mail; 2 to 64 characters. */
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,63}$/u;

/** A login as it is kept and looked up: the same for every way of typing it. */
export const normalLogin = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** Whether a text, made normal, can be a login. */
export const isLogin = (login: string): boolean => LOGIN.test(login);
