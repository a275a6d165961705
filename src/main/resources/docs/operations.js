// For the Swagger UI: shows of an operation what most people come for. What the answer has besides its
// content, and what else may be answered, is folded to a line each, and opened by a click.
const Folding = () => {
  const folded = (React, summary, content) =>
    React.createElement("details", null, React.createElement("summary", null, summary), content);

  const problems = (description) =>
    [...description.matchAll(/`([a-z-]+)`\]/g)].map((link) => link[1]).join(", ");

  return {
    wrapComponents: {
      response: (Response, { React }) => (props) => {
        const whole = React.createElement(Response, props);
        if (/^2/.test(props.code)) {
          return whole;
        }
        const description = props.response.get("description") || "";
        const table = React.createElement("table", null, React.createElement("tbody", null, whole));
        return React.createElement(
          "tr",
          { className: "response folded", "data-code": props.code },
          React.createElement("td", { className: "response-col_status" }, props.code),
          React.createElement(
            "td",
            { colSpan: 2 },
            folded(React, problems(description) || description.split(/[:.]/)[0].replaceAll("`", ""), table)
          )
        );
      },
      headers: (Headers, { React }) => (props) =>
        props.headers && props.headers.size
          ? folded(React, "Headers", React.createElement(Headers, props))
          : null,
    },
  };
};
