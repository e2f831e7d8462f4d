// natural ships types for its package root only, and the root loads mongoose; these are the deep modules we use.
declare module 'natural/lib/natural/stemmers/porter_stemmer_de.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_de.js' {
  class AggressiveTokenizerDe {
    tokenize(text: string): string[];
  }
  export default AggressiveTokenizerDe;
}

interface NaturalClassifier {
  addDocument(tokens: string[], label: string): void;
  train(): void;
  getClassifications(tokens: string[]): { label: string; value: number }[];
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  const BayesClassifier: new () => NaturalClassifier;
  export default BayesClassifier;
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  const LogisticRegressionClassifier: new () => NaturalClassifier;
  export default LogisticRegressionClassifier;
}
