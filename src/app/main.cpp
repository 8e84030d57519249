// The page starts the view itself, once it knows that there is a canvas and WebGL2; until then, and without it, the
// model answers all the same.
int main() { return 0; }
