// Empty on purpose. Some libraries ask for node's types with a triple-slash reference (liquidjs does), which would
// bring `process` and `fs` into rooms that must not have them. Those rooms' `typeRoots` lead here instead.
export {};
