/** What `--name=value` says on the command line; undefined: nothing. */
export const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
