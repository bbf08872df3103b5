/** A font file as a `data:` address; the bundler and the tests both know `?inline`. */
declare module '*.woff2?inline' {
  const url: string;
  export default url;
}
